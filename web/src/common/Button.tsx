import type { ComponentProps } from 'react'
import styles from './Button.module.css'

interface ButtonProps extends ComponentProps<'button'> {
  /** One `main` button a region of the screen. */
  readonly weight?: 'main' | 'outlined' | 'word'
}

/** A button of the look: ink, outlined or an underlined word. */
export function Button({ weight = 'outlined', type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={weight === 'word' ? 'word' : styles[weight]} />
}
