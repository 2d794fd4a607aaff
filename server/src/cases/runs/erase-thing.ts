import type { ThingEraseRequest } from '@proofmark/contract/schemas/thing'
import type { Grounds, Reader } from '../../access/context.ts'
import { runCommand, type Services } from '../../access/run-command.ts'
import { type Erased, eraseThing } from '../commands/erase-thing.ts'
import { erasingReader } from '../queries/erasing-reader.ts'

/** Erases in one transaction that sees what the reader may erase. Throws as `eraseThing`. */
export const eraseFor = async (
  services: Services,
  reader: Reader,
  grounds: Grounds | null,
  input: Omit<ThingEraseRequest, 'grounds'>,
): Promise<Erased> =>
  runCommand(services, await erasingReader(services.pool, reader), grounds, (context) => eraseThing(context, input))
