import type { ExhibitKind } from '@proofmark/contract/recovery-words'
import { Identifier } from '../common/Identifier.tsx'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'

interface ThingProps {
  readonly exhibit: string | null
  readonly kind: ExhibitKind | null
  readonly number: string | null
  /** What stands in place of a number: a label, or what was scanned. */
  readonly text: string | null
}

/** What somebody finds on a shelf: an exhibit that the reader may open, or a text that names none. */
export function Thing({ exhibit, kind, number, text }: ThingProps) {
  const { say } = useLanguage()
  const name = number ?? text ?? exhibit
  if (exhibit === null || kind === null) return name === null ? null : <Identifier mono>{name}</Identifier>
  return (
    <Go to={`/exhibits/${exhibit}`}>
      {say(`custody.kind.${kind}`)} {name !== null && <Identifier mono>{name}</Identifier>}
    </Go>
  )
}
