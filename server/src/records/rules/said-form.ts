import { ProofmarkError } from '@proofmark/contract/errors'
import { type WrittenForm, writtenForm } from '@proofmark/contract/schemas/profile'

const SAID = ['encoding', 'delimiter', 'heading', 'sheet'] as const

/**
 * How a file is said to be written, this once: what is given takes the place of what the profile keeps, and an empty
 * text leaves it to be found in the file. Undefined where nothing is said at all. Throws `body_invalid` for what no
 * profile could keep.
 */
export function saidForm(
  kept: WrittenForm | undefined,
  given: (name: (typeof SAID)[number]) => string | undefined,
): WrittenForm | undefined {
  const said = SAID.flatMap((name) => {
    const text = given(name)
    if (text === undefined) return kept?.[name] === undefined ? [] : [[name, kept[name]] as const]
    if (text === '') return []
    const read = writtenForm.shape[name].safeParse(name === 'heading' ? Number(text) : text)
    const expected = name === 'heading' ? 'number' : name === 'sheet' ? 'text' : 'choice'
    if (!read.success) throw new ProofmarkError('body_invalid', { field: name, expected })
    return [[name, read.data] as const]
  })
  return said.length > 0 ? Object.fromEntries(said) : undefined
}
