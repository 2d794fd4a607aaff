import type { ReactNode } from 'react'
import { numbered } from '../common/numbered.ts'
import styles from './Plate.module.css'

/** Short facts under each other, each with its name; what is null is left out. */
export function Plate({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.plate}>
      {numbered(facts.filter(([, fact]) => fact !== null)).map(({ place, value: [name, fact] }) => (
        <div key={place}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}
