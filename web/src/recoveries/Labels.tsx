import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { GROUNDS } from './grounds.ts'

/** So many labels are printed at once: ten sheets. */
const MOST = 240

/** Labels to print: identifier and code, and nothing that says what it is. */
export function Labels({ exhibits }: { readonly exhibits: readonly string[] }) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const print = () =>
    act(async () => {
      const file = await api('custodyLabels', { exhibits: exhibits.slice(0, MOST), grounds: GROUNDS })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(file)
      link.download = exhibits.length === 1 ? `label ${exhibits[0]}.pdf` : 'labels.pdf'
      link.click()
      URL.revokeObjectURL(link.href)
    })
  return (
    <>
      <Button weight="word" name="labels" disabled={busy} onClick={print}>
        {say('field.custody.labels', { count: exhibits.length })}
      </Button>
      {error && <Failed error={error} onAgain={again} />}
    </>
  )
}
