import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DemoNode, freePort } from './node.ts'
import type { Nodes } from './story.ts'

export interface Running {
  readonly nodes: Nodes
  readonly stop: () => Promise<void>
}

async function nodeIn(folder: string, name: keyof Nodes): Promise<DemoNode> {
  const own = join(folder, name)
  await mkdir(own, { recursive: true, mode: 0o700 })
  return new DemoNode(name, own, { port: await freePort(), exchangePort: await freePort() })
}

/** Starts XA, XB and XC, each on a data folder, database and ports of its own. Where one does not start, none stays. */
export async function startNodes(folder: string): Promise<Running> {
  const [XA, XB, XC] = [await nodeIn(folder, 'XA'), await nodeIn(folder, 'XB'), await nodeIn(folder, 'XC')]
  const nodes = { XA, XB, XC }
  const stop = async () => {
    await Promise.all(Object.values(nodes).map((node) => node.stop()))
  }
  const started = await Promise.allSettled(Object.values(nodes).map((node) => node.start()))
  const failed = started.find((each) => each.status === 'rejected')
  if (!failed) return { nodes, stop }
  await stop()
  throw failed.reason
}
