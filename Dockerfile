# The server, the worker and the site, in one image. There is no secret in it: settings come from the environment.
FROM node:22.22.3-slim AS build
WORKDIR /app

# Packages first: this layer stays as long as the lock file does. `install` runs `npm ci` and leaves the mark by which
# the start knows that it is done.
COPY package.json package-lock.json .npmrc ./
COPY site/package.json site/
COPY widget/package.json widget/
COPY scripts/prepare.mjs scripts/
RUN node --input-type=module -e "const { install } = await import('./scripts/prepare.mjs'); install()"

COPY . .
RUN node scripts/start.mjs build && npm prune --omit=dev

FROM node:22.22.3-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 DATA_DIR=/data

# Sources, packages and build belong to root, so the server cannot change itself. It writes to /data and nowhere else.
COPY --from=build /app /app
RUN mkdir -m 700 /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000 3001
CMD ["node", "--conditions=production", "scripts/start.mjs"]
