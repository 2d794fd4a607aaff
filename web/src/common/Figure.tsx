import styles from './Figure.module.css'

/** A number with its sign, which stays before it in every direction of script. */
export function Figure({ children }: { readonly children: string }) {
  return (
    <bdi dir="ltr" className={styles.figure}>
      {children}
    </bdi>
  )
}
