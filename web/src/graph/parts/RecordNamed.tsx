import type { ReactNode } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import type { GraphDesk } from '../desk/graph-desk.ts'
import { namingOf } from '../state/named.ts'
import type { ShownNode } from '../state/shown.ts'
import styles from './Parts.module.css'

/** Somebody whom a record names, recorded as a thing of the case on whose ground they are drawn; it comes into the picture. */
export function RecordNamed({ desk, node }: { readonly desk: GraphDesk; readonly node: ShownNode }): ReactNode {
  const { say } = useLanguage()
  const doing = useDoing()
  const { named, grounds } = desk
  const by = namingOf(desk.known, node.name)
  if (named === null || by === null || node.node.label === null) return null
  const record = () =>
    doing.act(async () => {
      const { thing } = await api('graphRecord', { case: named, named: node.name, by, grounds })
      desk.expand([thing])
    })
  return (
    <div className={styles.acts}>
      <Button disabled={doing.busy || desk.doing.busy} onClick={record}>
        {say('graph.page.named_record')}
      </Button>
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
    </div>
  )
}
