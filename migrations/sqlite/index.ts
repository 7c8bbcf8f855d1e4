import * as migration_20261123_152851_initial from './20261123_152851_initial.ts'
import * as migration_20261125_121437_moderation from './20261125_121437_moderation.ts'
import * as migration_20261125_150730_change_number from './20261125_150730_change_number.ts'

export const migrations = [
  {
    up: migration_20261123_152851_initial.up,
    down: migration_20261123_152851_initial.down,
    name: '20261123_152851_initial',
  },
  {
    up: migration_20261125_121437_moderation.up,
    down: migration_20261125_121437_moderation.down,
    name: '20261125_121437_moderation',
  },
  {
    up: migration_20261125_150730_change_number.up,
    down: migration_20261125_150730_change_number.down,
    name: '20261125_150730_change_number',
  },
]
