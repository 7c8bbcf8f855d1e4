import * as migration_20261123_152851_initial from './20261123_152851_initial.ts'
import * as migration_20261125_110351_audit_anchors from './20261125_110351_audit_anchors.ts'

export const migrations = [
  {
    up: migration_20261123_152851_initial.up,
    down: migration_20261123_152851_initial.down,
    name: '20261123_152851_initial',
  },
  {
    up: migration_20261125_110351_audit_anchors.up,
    down: migration_20261125_110351_audit_anchors.down,
    name: '20261125_110351_audit_anchors'
  },
];
