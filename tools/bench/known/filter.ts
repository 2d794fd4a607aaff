import { createCipheriv } from 'node:crypto'
import {
  buildFilter,
  type FilterHead,
  holdsOutput,
  OUTPUT_BYTES,
  packedOutputs,
  parseFilter,
} from '../../../proofs/src/private/filter.ts'
import { multiply, multiplyGenerator } from '../../../proofs/src/private/group.ts'
import { markToken } from '../../../proofs/src/private/token.ts'
import { deriveKeyPair, evaluate, scalarByLot } from '../../../proofs/src/private/voprf.ts'
import { type Measure, measure } from '../measure.ts'

/** Tokens and bare multiplications in turn, so that what else the machine does befalls both alike. */
const AT_ONCE = 1_000
/** Probes for each token: twenty million of a million. */
const PROBES = 20

const cpuSeconds = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

/** Bytes that are drawn once and the same in every run. */
function drawn(count: number): Buffer {
  const cipher = createCipheriv('aes-256-ctr', Buffer.alloc(32, 'probes'), Buffer.alloc(16))
  return cipher.update(Buffer.alloc(count))
}

interface Worked {
  readonly outputs: Uint8Array
  readonly evaluating: number
  readonly multiplying: number
}

function evaluateAll(count: number, secretKey: Uint8Array): Worked {
  const element = multiplyGenerator(scalarByLot(Buffer.alloc(64, 7)))
  const parts: Uint8Array[] = []
  let evaluating = 0
  let multiplying = 0
  for (let from = 0; from < count; from += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - from)
    const began = process.cpuUsage()
    const outputs: Uint8Array[] = []
    for (let at = 0; at < size; at += 1)
      outputs.push(evaluate(secretKey, markToken('exact', 'example-arms', `AB${from + at}`)))
    parts.push(packedOutputs(outputs))
    evaluating += cpuSeconds(began)
    const bare = process.cpuUsage()
    for (let at = 0; at < size; at += 1) multiply(secretKey, element)
    multiplying += cpuSeconds(bare)
  }
  return { outputs: Buffer.concat(parts), evaluating, multiplying }
}

/** What a filter of so many tokens costs and weighs, and how often it is wrong. */
export function benchFilter(count: number, step: (name: string) => void): Measure[] {
  const { secretKey, publicKey } = deriveKeyPair(Buffer.alloc(32, 'bench'), Buffer.from('bench'))
  step(`evaluating ${count} tokens, beside as many bare multiplications`)
  const { outputs, evaluating, multiplying } = evaluateAll(count, secretKey)
  const head: FilterHead = {
    holder: 'XA',
    partner: 'XB',
    dataClass: 'lost_stolen_wanted',
    kind: 'exact',
    epoch: '2026-11-29.1',
    number: 0,
    publicKey,
  }
  const began = process.cpuUsage()
  const bytes = buildFilter(head, outputs, Buffer.alloc(32, 'pads'))
  const building = cpuSeconds(began)
  const filter = parseFilter(bytes)
  step(`${PROBES * count} probes of outputs that are in no filter`)
  let wrong = 0
  for (let round = 0; round < PROBES; round += 1) {
    const probes = drawn((round + 1) * count * OUTPUT_BYTES).subarray(round * count * OUTPUT_BYTES)
    for (let at = 0; at < probes.length; at += OUTPUT_BYTES)
      if (holdsOutput(filter, probes.subarray(at, at + OUTPUT_BYTES))) wrong += 1
  }
  return [
    measure({
      name: 'filter for a partner, from token to bytes',
      unit: 'CPU s',
      value: evaluating + building,
      baseline: { name: 'bare multiplications', value: multiplying },
      target: { atMost: 1.3 },
    }),
    measure({ name: 'of it, placing the tokens', unit: 'CPU s', value: building }),
    measure({ name: 'tokens published', unit: 'a CPU second', value: count / (evaluating + building) }),
    measure({ name: 'filter, padded to its bucket', unit: 'bytes a token', value: bytes.length / count }),
    measure({
      name: 'filter, when its bucket is full',
      unit: 'bytes a token',
      value: bytes.length / filter.shape.capacity,
    }),
    measure({
      name: `wrongly known of ${PROBES * count} probes`,
      unit: '',
      value: wrong,
      target: { atMost: 1 },
      absolute: true,
    }),
  ]
}
