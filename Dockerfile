# The image of the server. Build it with `docker build -t placard .`; deploy/ shows how to run it.
# Everything is checked without Docker by `node scripts/check-image.ts`.

FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npx --no-install prisma generate && node scripts/build-web.js

FROM node:24-bookworm-slim AS dependencies
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY deploy/remove-unused-packages.js deploy/
RUN npm ci --omit=dev --ignore-scripts && node deploy/remove-unused-packages.js

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/var/lib/placard
WORKDIR /app
COPY --from=dependencies /build/node_modules node_modules
COPY --from=build /build/web/dist web/dist
COPY --from=build /build/src src
COPY package.json ./
COPY prisma/migrations prisma/migrations
COPY scripts/migrate.ts scripts/move-orders.ts scripts/operator.ts scripts/doctor.ts scripts/run-command.ts scripts/
RUN mkdir -p /var/lib/placard && chown 1000:1000 /var/lib/placard
USER 1000:1000
VOLUME /var/lib/placard
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without npm and a shell, which would not pass SIGTERM on.
CMD ["node", "--import", "./src/preflight.js", "src/main.ts"]
