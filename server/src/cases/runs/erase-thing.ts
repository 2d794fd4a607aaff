import type { ThingEraseRequest } from '@proofmark/contract/schemas/thing'
import type { Context, Grounds, Reader } from '../../access/context.ts'
import { runCommand, type Services } from '../../access/run-command.ts'
import { type Erased, eraseThing } from '../commands/erase-thing.ts'
import { erasingReader } from '../queries/erasing-reader.ts'

/** Runs a command in one transaction that sees what the reader may erase. Throws as the command. */
export const asEraser = async <Result>(
  services: Services,
  reader: Reader,
  grounds: Grounds | null,
  command: (context: Context) => Promise<Result>,
): Promise<Result> => runCommand(services, await erasingReader(services.pool, reader), grounds, command)

/** Erases what is known of a thing. Throws as `eraseThing`. */
export const eraseFor = (
  services: Services,
  reader: Reader,
  grounds: Grounds | null,
  input: Omit<ThingEraseRequest, 'grounds'>,
): Promise<Erased> => asEraser(services, reader, grounds, (context) => eraseThing(context, input))
