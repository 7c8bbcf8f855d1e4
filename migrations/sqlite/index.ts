import * as migration_20261123_152851_initial from './20261123_152851_initial.ts'
import * as migration_20261125_121437_moderation from './20261125_121437_moderation.ts'
import * as migration_20261125_155410_moderation_completed from './20261125_155410_moderation_completed.ts'

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
    up: migration_20261125_155410_moderation_completed.up,
    down: migration_20261125_155410_moderation_completed.down,
    name: '20261125_155410_moderation_completed',
  },
]
