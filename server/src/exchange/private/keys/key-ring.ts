import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildFilter, packedOutputs } from '@proofmark/proofs/private/filter'
import { blindEvaluate, deriveKeyPair, evaluate, type KeyPair, scalarByLot } from '@proofmark/proofs/private/voprf'
import { type KeyName, keyFile, keyWords } from './key-name.ts'
import type { PrivateKeys } from './private-keys.ts'
import { readIfThere, seal, unseal, writeOnce } from './sealed-file.ts'

interface KeptKey {
  readonly keys: KeyPair
  readonly padSecret: Uint8Array
  readonly ends: Date
}

interface Written {
  readonly seed: string
  readonly padSecret: string
  readonly ends: string
}

/**
 * The keys of the private look-up, each in a sealed file of its own under a folder that no backup holds. Nothing is kept
 * in memory between two questions: what was destroyed is gone for every process, and a restart loses nothing.
 */
export class KeyRing implements PrivateKeys {
  readonly #folder: string
  readonly #sealing: Uint8Array
  readonly #clock: () => Date
  constructor(folder: string, sealing: Uint8Array, clock: () => Date) {
    this.#folder = folder
    this.#sealing = sealing
    this.#clock = clock
  }

  async #find(name: KeyName): Promise<KeptKey | null> {
    const file = keyFile(name)
    const bytes = await readIfThere(join(this.#folder, file))
    if (bytes === null) return null
    const written = JSON.parse(unseal(this.#sealing, file, bytes)) as Written
    const ends = new Date(written.ends)
    if (ends <= this.#clock()) {
      await this.destroy([name])
      return null
    }
    const keys = deriveKeyPair(Buffer.from(written.seed, 'hex'), keyWords(name))
    return { keys, padSecret: Buffer.from(written.padSecret, 'hex'), ends }
  }

  async open(name: KeyName, ends: Date): Promise<Uint8Array> {
    const known = await this.#find(name)
    if (known) return known.keys.publicKey
    const lot = () => randomBytes(32).toString('hex')
    const written: Written = { seed: lot(), padSecret: lot(), ends: ends.toISOString() }
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    await chmod(this.#folder, 0o700)
    const file = keyFile(name)
    await writeOnce(this.#folder, file, seal(this.#sealing, file, JSON.stringify(written)))
    const made = await this.#find(name)
    if (!made) throw new RangeError('An epoch that is over gets no key.')
    return made.keys.publicKey
  }

  async answer(name: KeyName, blinded: readonly Uint8Array[]) {
    const found = await this.#find(name)
    return found && blindEvaluate(found.keys, blinded, scalarByLot(randomBytes(64)))
  }

  async outputs(name: KeyName, tokens: readonly Uint8Array[]) {
    const found = await this.#find(name)
    return found && packedOutputs(tokens.map((token) => evaluate(found.keys.secretKey, token)))
  }

  async build(name: KeyName, head: Parameters<PrivateKeys['build']>[1], outputs: Uint8Array) {
    const found = await this.#find(name)
    return found && buildFilter(head, outputs, Buffer.concat([found.padSecret, Buffer.from([head.number])]))
  }

  async destroy(names: readonly KeyName[]): Promise<void> {
    for (const name of names) await rm(join(this.#folder, keyFile(name)), { force: true })
  }

  /** Destroys the keys of every epoch that is over, and what cannot be opened any more. Answers how many. */
  async sweep(): Promise<number> {
    const files = await readdir(this.#folder).catch(() => [])
    let gone = 0
    for (const file of files) {
      if (!file.endsWith('.key')) continue
      const bytes = await readIfThere(join(this.#folder, file))
      if (bytes === null || this.#stands(file, bytes)) continue
      await rm(join(this.#folder, file), { force: true })
      gone += 1
    }
    return gone
  }

  #stands(file: string, bytes: Buffer): boolean {
    try {
      return new Date((JSON.parse(unseal(this.#sealing, file, bytes)) as Written).ends) > this.#clock()
    } catch {
      return false
    }
  }
}
