import styles from './Identifier.module.css'

interface IdentifierProps {
  readonly children: string
  /** References and keys are set in the mono face, calibres and names of models in the text's. */
  readonly mono?: boolean
}

/**
 * The only way to print a serial, calibre, reference or key: isolated and left-to-right. In right-to-left text `9×19`
 * would otherwise read `19×9`.
 */
export function Identifier({ children, mono = false }: IdentifierProps) {
  return (
    <bdi dir="ltr" className={mono ? styles.mono : styles.plain}>
      {children}
    </bdi>
  )
}
