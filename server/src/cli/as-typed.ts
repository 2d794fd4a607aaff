import { ProofmarkError } from '@proofmark/contract/errors'

/**
 * Works in the words of whoever typed the command: an identifier that they never saw says nothing, so where nothing is
 * found under one, what they typed for it is named instead.
 */
export async function asTyped<Result>(
  typed: ReadonlyMap<string, string>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (failure) {
    if (!(failure instanceof ProofmarkError) || failure.code !== 'not_found') throw failure
    const what = typed.get(String(failure.parameters.what))
    throw what === undefined ? failure : new ProofmarkError('not_found', { what }, failure)
  }
}
