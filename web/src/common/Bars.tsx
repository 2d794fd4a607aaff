import { useEffect, useState } from 'react'
import { useLanguage } from '../frame/language.tsx'
import styles from './Bars.module.css'

/** Still bars in the page's own shape, shown once waiting has become noticeable: after 300 ms, never before. */
export function Bars({ id }: { readonly id: string }) {
  const { say } = useLanguage()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  return (
    <div className={styles.bars} role="status">
      <span />
      <span />
      <span />
      <p>{say(id)}</p>
    </div>
  )
}
