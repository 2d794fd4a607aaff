import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Where a connection is cut: after so many bytes in one direction. */
export interface Cut {
  readonly to: 'partner' | 'us'
  readonly after: number
}

/** A line between a node and the port of its partner, which a test can cut. */
export interface Between {
  readonly endpoint: string
  /** The cuts of the next connections, one each. */
  readonly cuts: Cut[]
  /** Called once instead of passing on what the partner answers after it was sent so many bytes. */
  swallow: { readonly after: number; readonly instead: () => void } | null
  readonly close: () => void
}

/** Lays a line to a port of this machine. */
export async function lineTo(port: number): Promise<Between> {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const cut = between.cuts.shift()
    const far = connect(port, '127.0.0.1')
    const passed = { partner: 0, us: 0 }
    const end = () => {
      near.destroy()
      far.destroy()
    }
    const pass = (from: Socket, into: Socket, to: Cut['to']) => {
      open.add(from)
      from.on('data', (part) => {
        const { swallow } = between
        if (to === 'us' && swallow && passed.partner > swallow.after) {
          between.swallow = null
          swallow.instead()
          return end()
        }
        const left = cut?.to === to ? cut.after - passed[to] : Number.POSITIVE_INFINITY
        passed[to] += part.length
        if (part.length < left) into.write(part)
        else into.write(part.subarray(0, left), end)
      })
      from.on('error', end)
      from.on('close', () => {
        open.delete(from)
        end()
      })
    }
    pass(near, far, 'partner')
    pass(far, near, 'us')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const between: Between = {
    endpoint: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: [],
    swallow: null,
    close: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
  return between
}
