import { useEffect, useState } from 'react'
import type { Book } from '../device/book.ts'

interface PictureShownProps {
  readonly book: Book
  readonly name: string
  readonly alt: string
}

/** A picture that is kept sealed, opened for as long as it is shown. */
export function PictureShown({ book, name, alt }: PictureShownProps) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let here = true
    book.readPicture(name).then(
      (content) => {
        if (!here || content === null) return
        made = URL.createObjectURL(new Blob([content]))
        setAddress(made)
      },
      () => undefined,
    )
    return () => {
      here = false
      if (made) URL.revokeObjectURL(made)
    }
  }, [book, name])
  return address === null ? null : <img src={address} alt={alt} />
}
