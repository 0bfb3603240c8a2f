/** Pictures as SVG, drawn rather than shipped: nobody's photograph, nobody's licence. */
export const WIDTH = 1600
export const HEIGHT = 900

const sheet = (...shapes: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${shapes.join('')}</svg>`

const fill = (paint: string) => `<rect width="${WIDTH}" height="${HEIGHT}" fill="${paint}"/>`

const range = (count: number) => Array.from({ length: count }, (_, i) => i)

/** A line of hills from edge to edge, filled down to the ground. */
function ridge({
  base,
  rise,
  waves,
  shift,
  paint,
}: Record<'base' | 'rise' | 'waves' | 'shift', number> & { paint: string }) {
  const points = range(41).map((i) => {
    const x = (i * WIDTH) / 40
    const turn = (x / WIDTH) * waves * Math.PI * 2 + shift
    return `${x},${Math.round(base - rise * (Math.sin(turn) + Math.sin(turn * 2.3) / 3))}`
  })
  return `<polygon points="0,${HEIGHT} ${points.join(' ')} ${WIDTH},${HEIGHT}" fill="${paint}"/>`
}

const river = () =>
  sheet(
    '<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#f6d7a8"/><stop offset="1" stop-color="#f3efe2"/></linearGradient></defs>',
    fill('url(#sky)'),
    '<circle cx="1180" cy="270" r="96" fill="#e2703a"/>',
    ridge({ base: 430, rise: 90, waves: 1.4, shift: 0.4, paint: '#9aa7b1' }),
    ridge({ base: 520, rise: 70, waves: 1.8, shift: 2, paint: '#6d8a86' }),
    ridge({ base: 620, rise: 46, waves: 1.1, shift: 4.2, paint: '#4f7a58' }),
    '<path d="M980 600C760 640 1120 700 900 760S420 830 380 900H820C860 830 1240 800 1220 730S860 650 1030 600Z" fill="#3c8dad"/>',
    '<path d="M1004 606C820 646 1170 704 990 762S560 840 540 900" fill="none" stroke="#bfe0e8" stroke-width="7"/>',
    ridge({ base: 850, rise: 22, waves: 2.2, shift: 1.1, paint: '#2f5d43' }),
  )

/** A lozenge of silk: steps at its edge, as where the dye has run along the thread. */
function lozenge({
  x,
  y,
  wide,
  high,
  paint,
}: Record<'x' | 'y' | 'wide' | 'high', number> & { paint: string }) {
  const steps = range(9).map((i) => i / 8)
  const half = [...steps.map((t) => [t, 1 - t]), ...steps.map((t) => [1 - t, -t])] as [number, number][]
  const edge = half.map(([across, up], i) => [across * wide, -up * high + (i % 2 ? 14 : -14)] as const)
  const right = edge.map(([dx, dy]) => `${x + dx},${y + dy}`)
  const left = [...edge].reverse().map(([dx, dy]) => `${x - dx},${y + dy}`)
  return `<polygon points="${[...right, ...left].join(' ')}" fill="${paint}"/>`
}

const silk = () =>
  sheet(
    fill('#f4e9d2'),
    ...range(5).flatMap((column) => {
      const x = 160 + column * 320
      const paints = column % 2 ? ['#1f4e79', '#f2c14e', '#a4243b'] : ['#a4243b', '#f4e9d2', '#1b7f79']
      return range(3).flatMap((row) =>
        paints.map((paint, i) =>
          lozenge({
            x,
            y: (column % 2 ? 0 : 225) + row * 450,
            wide: 140 - i * 46,
            high: 200 - i * 62,
            paint,
          }),
        ),
      )
    }),
    ...range(6).map((i) => `<rect x="${i * 320 - 5}" width="10" height="${HEIGHT}" fill="#d9a441"/>`),
  )

const voices = () =>
  sheet(
    fill('#16324f'),
    ...range(14).map((i) => {
      const paint = ['#f2c14e', '#e2703a', '#f4e9d2', '#5fb0a6'][i % 4]
      return `<circle cx="420" cy="900" r="${1180 - i * 80}" fill="none" stroke="${paint}" stroke-width="${8 + (i % 3) * 12}" opacity="${0.35 + i * 0.045}"/>`
    }),
    '<circle cx="420" cy="900" r="84" fill="#f2c14e"/>',
    ...range(7).map((i) => {
      const high = [120, 220, 330, 180, 400, 250, 140][i]!
      return `<rect x="${1180 + i * 52}" y="${260 - high / 2}" width="22" height="${high}" rx="11" fill="#f4e9d2"/>`
    }),
  )

/** An embroidered flower, as on the cloths that brides bring with them. */
function rosette({ x, y, size, paint }: Record<'x' | 'y' | 'size', number> & { paint: string }) {
  const petals = range(12).map(
    (i) =>
      `<ellipse cx="0" cy="${-size * 0.66}" rx="${size * 0.15}" ry="${size * 0.3}" transform="rotate(${i * 30})"/>`,
  )
  return [
    `<g transform="translate(${x} ${y})">`,
    `<circle r="${size * 1.12}" fill="none" stroke="#2f5d43" stroke-width="${size * 0.07}" stroke-dasharray="${size * 0.2} ${size * 0.09}"/>`,
    `<g fill="${paint}">${petals.join('')}</g>`,
    `<circle r="${size * 0.38}" fill="#2a2a3c"/><circle r="${size * 0.28}" fill="#f2c14e"/><circle r="${size * 0.12}" fill="${paint}"/></g>`,
  ].join('')
}

const cloth = () =>
  sheet(
    fill('#f7f0e1'),
    ...range(3).flatMap((row) =>
      range(5).map((column) =>
        rosette({
          x: column * 400 + (row % 2 ? 200 : 0),
          y: row * 450,
          size: row % 2 ? 178 : 142,
          paint: row % 2 ? '#b3263e' : '#c8553d',
        }),
      ),
    ),
    ...range(8).map((i) => rosette({ x: i * 200 + 100, y: i % 2 ? 230 : 670, size: 26, paint: '#1f4e79' })),
  )

export const DRAWINGS = { river, silk, voices, cloth } as const
export type Drawing = keyof typeof DRAWINGS
