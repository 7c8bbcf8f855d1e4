/** `npm start`, `npm run dev` (`--dev`): both processes under the supervisor, in the foreground. */
import { env } from '#cms/env.ts'
import { portalProcesses } from './processes.ts'
import { supervise } from './supervisor.ts'

const isDevelopment = process.argv.includes('--dev')
const supervisor = supervise(portalProcesses(env, { isDevelopment }))
process.on('SIGTERM', () => void supervisor.stop('SIGTERM'))
process.on('SIGINT', () => void supervisor.stop('SIGINT'))
process.exitCode = await supervisor.done
