import { type NodeLine, nodeLine } from '../exchange/node-line.ts'

/** The line of a test that runs no exchange process. */
export const noNode: NodeLine = nodeLine(async () => {
  throw new Error('No other process runs here.')
})
