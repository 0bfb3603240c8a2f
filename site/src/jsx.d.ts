import 'hono/jsx'

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'ovoz-comments': { on: string; api: string; locale: string; children?: unknown }
    }
  }
}
