/** Makes DATA_DIR a demonstration's and fills in its people and agencies: in a process of its own, because Payload opens a database once in each. */
import { prepareDemo } from '#cms/commands/demo/prepare.ts'

await prepareDemo({ isFresh: false })
process.exit()
