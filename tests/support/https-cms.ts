/** A test cms that believes to stand behind https at an address of its own; settings are read at import. */
process.env.CMS_URL = 'https://quantri.tinh.example'

const { openTestCms } = await import('./cms.ts')
const { logIn, postLogin } = await import('./log-in.ts')

export type { TestCms } from './cms.ts'
export { logIn, openTestCms, postLogin }
