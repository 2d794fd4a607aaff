import { Identifier } from '../common/Identifier.tsx'
import { useLanguage } from '../frame/language.tsx'

/** A day in the words of the language; a month or a year as it is stated. */
export function StatedDay({ children }: { readonly children: string | null }) {
  const { figures } = useLanguage()
  if (children === null) return null
  if (children.length < 10) return <Identifier>{children}</Identifier>
  return <bdi>{figures.span({ from: children, to: children })}</bdi>
}
