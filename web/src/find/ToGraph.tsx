import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import { addressOfGraph, MOST_STARTS } from '../graph/state/start.ts'
import type { FoundFirearm } from './firearms.ts'
import styles from './Outcome.module.css'

/** To what all firearms that were found are tied to. */
export default function ToGraph({ firearms }: { readonly firearms: readonly FoundFirearm[] }) {
  const { say } = useLanguage()
  const nodes = firearms.slice(0, MOST_STARTS).map(({ lead }) => `firearm:${lead.record}`)
  return (
    <p className={styles.more}>
      <Go to={addressOfGraph({ nodes })}>{say('find.to_graph')}</Go>
    </p>
  )
}
