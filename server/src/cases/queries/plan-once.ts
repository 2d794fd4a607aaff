import type { Context } from '../../access/context.ts'

const settled = new WeakMap<Context, Promise<unknown>>()

/**
 * From here on each named statement of this transaction keeps the plan that its connection made of it once. PostgreSQL would
 * plan those of a walk anew for each short list of nodes, which takes longer than to answer them; all of them go by equality
 * over an index, whatever is asked.
 */
export async function planOnce(context: Context): Promise<void> {
  const found = settled.get(context) ?? context.client.query('SET LOCAL plan_cache_mode = force_generic_plan')
  settled.set(context, found)
  await found
}
