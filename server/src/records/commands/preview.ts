import type { Context, Run } from '../../access/context.ts'

/** Carries the outcome of a previewed command out of the transaction that is rolled back by it. */
class PreviewEnd<Result> extends Error {
  readonly result: Result
  constructor(result: Result) {
    super('The preview ended as it should.')
    this.result = result
  }
}

/** Runs a command whole, keeps nothing of it, and answers what it would have answered: one code path for both. */
export async function preview<Result>(run: Run, work: (context: Context) => Promise<Result>): Promise<Result> {
  try {
    return await run(async (context): Promise<Result> => {
      throw new PreviewEnd(await work(context))
    })
  } catch (failure) {
    if (failure instanceof PreviewEnd) return (failure as PreviewEnd<Result>).result
    throw failure
  }
}
