import * as migration_20261123_144723_initial from './20261123_144723_initial.ts'

export const migrations = [
  {
    up: migration_20261123_144723_initial.up,
    down: migration_20261123_144723_initial.down,
    name: '20261123_144723_initial',
  },
]
