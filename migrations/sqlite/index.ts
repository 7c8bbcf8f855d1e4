import * as migration_20261123_134703_initial from './20261123_134703_initial.ts'

export const migrations = [
  {
    up: migration_20261123_134703_initial.up,
    down: migration_20261123_134703_initial.down,
    name: '20261123_134703_initial',
  },
]
