import '#tests/support/cms-folders.ts'
import { permissionMatrix } from '#tests/conformance/permissions.ts'

permissionMatrix('SQLite', (cms) => cms.close())
