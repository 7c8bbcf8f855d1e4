import * as migration_20261123_152855_initial from './20261123_152855_initial.ts'

export const migrations = [
  {
    up: migration_20261123_152855_initial.up,
    down: migration_20261123_152855_initial.down,
    name: '20261123_152855_initial',
  },
]
