import { describe, expect, it } from 'vitest'

import { corsHeaders, isAllowedOrigin, panelOrigins } from '../../../src/platform/origins.ts'

// The settings of these tests: the server on this machine, the site at site.example, one partner.
describe('isAllowedOrigin', () => {
  it.each(['https://site.example', 'http://localhost:3000', 'https://partner.example'])(
    'takes %s',
    (origin) => {
      expect(isAllowedOrigin(origin)).toBe(true)
      expect(corsHeaders(origin)).toContainEqual(['Access-Control-Allow-Origin', origin])
    },
  )

  it.each([
    'http://site.example',
    'https://site.example:8443',
    'https://site.example.evil.example',
    'https://evil-site.example',
    'https://sub.site.example',
    'http://localhost:3001',
    'null',
    '*',
    '',
  ])('refuses %j', (origin) => {
    expect(isAllowedOrigin(origin)).toBe(false)
    expect(corsHeaders(origin)).toEqual([])
  })
})

describe('panelOrigins', () => {
  it('names this machine by both its names, and nobody else', () => {
    expect(panelOrigins()).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000'])
  })
})
