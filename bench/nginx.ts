import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { freePort } from '../tests/support/server.ts'
import { firstAnswer, stop, track } from './processes.ts'

const EXAMPLE = join(import.meta.dirname, '../examples/nginx.conf')
/** The anchor: the same nginx keeping the same bytes for ten seconds, whatever happens behind it. */
const STALE = `
  upstream bare { server 127.0.0.1:BARE_PORT; keepalive 64; }
  server {
    listen 127.0.0.1:STALE_PORT;
    location / {
      proxy_pass http://bare;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_cache ovoz;
      proxy_cache_key stale$request_uri;
      proxy_ignore_headers Cache-Control Expires Vary Set-Cookie;
      proxy_cache_valid 200 10s;
      proxy_cache_lock on;
    }
  }
`

export const isInstalled = (command: string, flag: string) => spawnSync(command, [flag]).error === undefined

/** Replaces a text that must be there, so that the example cannot go its own ways. */
function swap(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`examples/nginx.conf does not say “${from}” any more.`)
  return text.replaceAll(from, to)
}

/** The ports the proxy will listen on; Ovoz is to know them before there is a proxy. */
export const choosePorts = async () => ({ front: await freePort(), stale: await freePort() })

/**
 * The documented nginx with folders and ports of its own, in front of Ovoz.
 * @returns addresses without a slash at the end: `url` is the documented one, `staleUrl` the anchor.
 */
export async function startNginx({
  ports,
  ovoz,
  bare,
}: {
  ports: { front: number; stale: number }
  ovoz: string
  bare: string
}) {
  const dir = mkdtempSync(join(tmpdir(), 'ovoz-nginx-'))
  mkdirSync(join(dir, 'kept'))
  let text = readFileSync(EXAMPLE, 'utf8')
  text = swap(text, 'pid /run/nginx.pid', `pid ${dir}/pid`)
  text = swap(text, '/var/log/nginx/error.log', `${dir}/error.log`)
  text = swap(text, '/var/cache/nginx', `${dir}/kept`)
  text = swap(text, '/run/ovoz-generation.sock', `${dir}/generation.sock`)
  text = swap(text, 'server 127.0.0.1:3000', `server ${new URL(ovoz).host}`)
  text = swap(text, 'listen 127.0.0.1:8080', `listen 127.0.0.1:${ports.front}`)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `  ${name}_temp_path ${dir}/${name};`)
    .join('\n')
  const stale = STALE.replace('BARE_PORT', new URL(bare).port).replace('STALE_PORT', String(ports.stale))
  // By default nginx ends a connection after 1,000 requests, and autocannon then has one more under way than it is to.
  const lasting = '  keepalive_requests 100000000;'
  text = swap(text, '  access_log off;', `  access_log off;\n${lasting}\n${temporary}\n${stale}`)
  if (process.getuid?.() === 0) text = `user root;\n${text}`
  writeFileSync(join(dir, 'nginx.conf'), text)

  const args = ['-p', dir, '-c', join(dir, 'nginx.conf'), '-e', join(dir, 'error.log'), '-g', 'daemon off;']
  const child = track(spawn('nginx', args, { stdio: ['ignore', 'ignore', 'inherit'] }))
  const url = `http://127.0.0.1:${ports.front}`
  await firstAnswer({ url: `${url}/healthz`, child, since: performance.now() })
  return {
    url,
    staleUrl: `http://127.0.0.1:${ports.stale}`,
    stop: async () => {
      await stop(child)
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** What wrk, which spends less on asking than autocannon, gets out of an address; null where it is not installed. */
export function runWrk({ url, connections, seconds }: { url: string; connections: number; seconds: number }) {
  const threads = Math.min(2, connections)
  const { stdout, error } = spawnSync(
    'wrk',
    [`-t${threads}`, `-c${connections}`, `-d${Math.ceil(seconds)}s`, '--latency', url],
    { encoding: 'utf8' },
  )
  if (error) return null
  return readWrk(stdout)
}

const UNITS = { us: 0.001, ms: 1, s: 1000 }

/** Reads what wrk prints; times in milliseconds. */
export function readWrk(text: string) {
  const time = (share: string) => {
    const [, value, unit] = new RegExp(`^\\s+${share}%\\s+([\\d.]+)(us|ms|s)`, 'm').exec(text) ?? []
    return value ? Number(value) * UNITS[unit as keyof typeof UNITS] : NaN
  }
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1] ?? NaN)
  const isClean = !/Non-2xx|Socket errors/.test(text)
  return { requestsPerSecond: rate, p50: time('50'), p99: time('99'), isClean }
}
