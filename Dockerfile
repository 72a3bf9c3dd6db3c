# The same program and command as `npm start`, without the tests, the tools, and a second Node.
FROM node:24-alpine

WORKDIR /app
ENV NODE_ENV=production CARILLON_PORT=4747

COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force

COPY src src
COPY channels channels
COPY templates templates

# The sample's configuration: mount your own folder at /config. Its `../data/carillon.db` is then /data/carillon.db.
COPY config /config
RUN mkdir /data && chown node:node /data

USER node
VOLUME /data
EXPOSE 4747

# /readyz, not /healthz: that one is about outcomes. Where a network is down or a post waits for a person, no new container would
# help, and those who restart what is unhealthy would do so for ever. Let a monitor watch /healthz.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.CARILLON_PORT + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

CMD ["node", "src/main.mjs", "start", "--config", "/config/carillon.yaml"]
