import type { NamedThing } from '@proofmark/contract/schemas/thing'
import { Go } from '../../frame/Go.tsx'
import { useLanguage } from '../../frame/language.tsx'

type Named = Pick<NamedThing, 'kind' | 'label' | 'withheld'>

/** What a thing is called; a person whose name is withheld is a person. */
export function Called({ kind, label, withheld }: Named) {
  const { say } = useLanguage()
  if (label !== null) return <bdi>{label}</bdi>
  return (
    <span>
      {say(withheld === null ? 'thing.unnamed' : kind === 'person' ? 'thing.a_person' : `thing.kind.${kind}`)}
    </span>
  )
}

/** Leads to the page of a thing. */
export function ToThing({ thing, ...named }: Named & { readonly thing: string }) {
  return (
    <Go to={`/things/${thing}`}>
      <Called {...named} />
    </Go>
  )
}
