import type { BulkModel } from './bulk-model.ts'

/** Of all files that we know the worst keeps twice as many. */
const FEWEST_KEPT = 0.2

/** Of every record that is of an entry's firearm, how often the number was kept, as learned. */
export const shareKept = ({ channel }: Pick<BulkModel, 'channel'>): number => channel.kinds.kept

/** Did learning take neighbours in a series for damaged numbers? Then it learned that hardly any number is kept. */
export const keepsHardlyAny = (model: Pick<BulkModel, 'channel'>): boolean => shareKept(model) < FEWEST_KEPT
