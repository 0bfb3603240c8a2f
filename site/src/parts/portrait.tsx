import type { Image } from 'ovoz/client'

import { Picture } from './picture.tsx'

type Props = { image: Image | null; name: string; size?: 'small' | 'large' }

const WIDTH = { small: '3rem', large: '9rem' }

/** The first letters of the first two words of a name; of `Paymon Legal Aid Centre` `PL`. */
export const initialsOf = (name: string) =>
  (name.match(/(?<![\p{L}\p{M}’ʼ'-])\p{L}/gu) ?? []).slice(0, 2).join('').toUpperCase()

/** A face beside a name that says whose it is; without a picture, the letters the name begins with. */
export const Portrait = ({ image, name, size = 'small' }: Props) => (
  <span class={`portrait portrait-${size}`} aria-hidden={image ? undefined : 'true'}>
    {image ? <Picture image={image} sizes={WIDTH[size]} isDecoration /> : initialsOf(name)}
  </span>
)
