import { type ReactNode, useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { useLanguage } from '../../frame/language.tsx'
import type { GraphDesk } from '../desk/graph-desk.ts'
import styles from './Toolbar.module.css'

/** Victims and witnesses: shown after a step of its own, which says that it is logged. */
export function Protected({ desk }: { readonly desk: GraphDesk }): ReactNode {
  const { say } = useLanguage()
  const [asking, setAsking] = useState(false)
  if (desk.protectedPersons)
    return (
      <Button weight="word" onClick={() => desk.setProtected(false)}>
        {say('graph.page.protected_hide')}
      </Button>
    )
  if (!asking)
    return (
      <Button weight="word" onClick={() => setAsking(true)}>
        {say('graph.page.protected_show')}
      </Button>
    )
  const answer = (wanted: boolean) => {
    setAsking(false)
    if (wanted) desk.setProtected(true)
  }
  return (
    <fieldset className={styles.asking}>
      <legend className="unseen">{say('graph.page.protected_show')}</legend>
      {say('graph.page.protected_logged')}
      <Button onClick={() => answer(true)}>{say('graph.page.protected_yes')}</Button>
      <Button weight="word" onClick={() => answer(false)}>
        {say('graph.page.protected_no')}
      </Button>
    </fieldset>
  )
}
