import * as migration_20261123_152851_initial from './20261123_152851_initial.ts'

export const migrations = [
  {
    up: migration_20261123_152851_initial.up,
    down: migration_20261123_152851_initial.down,
    name: '20261123_152851_initial',
  },
]
