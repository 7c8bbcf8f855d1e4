/** Import this first in a test that opens the cms: it gives the process folders of its own before settings are read. */
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-cms-'))

process.env.DATA_DIR = path.join(folder, 'var')
process.env.MEDIA_DIR = path.join(folder, 'media')
process.env.LOG_LEVEL ??= 'error'
process.env.PAYLOAD_SECRET ??= 'test-secret-of-thirty-two-characters-or-more'
process.env.NEXT_TELEMETRY_DISABLED = '1'

export const cmsFolder = folder
