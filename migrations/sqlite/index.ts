import * as migration_20261123_132838_initial from './20261123_132838_initial.ts'

export const migrations = [
  {
    up: migration_20261123_132838_initial.up,
    down: migration_20261123_132838_initial.down,
    name: '20261123_132838_initial'
  },
];
