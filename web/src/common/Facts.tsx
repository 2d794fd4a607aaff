import { Fragment, type ReactNode } from 'react'
import { useLanguage } from '../frame/language.tsx'
import { numbered } from './numbered.ts'

/** A row of short facts with the language's comma between them, each isolated; what is not known is left out. */
export function Facts({ children }: { readonly children: readonly ReactNode[] }) {
  const { figures } = useLanguage()
  const known = children.filter((fact) => fact !== null && fact !== undefined && fact !== false && fact !== '')
  return numbered(known).map(({ place, value }) => (
    <Fragment key={place}>
      {place > 0 && figures.comma}
      <bdi>{value}</bdi>
    </Fragment>
  ))
}
