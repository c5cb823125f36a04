# One image for every hub process. docs/operating.md says what of this has been checked, and how.

FROM node:24-slim AS build
WORKDIR /app
# The packages change less often than the sources: their layer is kept as long as the lock file is.
COPY package.json package-lock.json .npmrc ./
COPY domain/package.json domain/
COPY projections/package.json projections/
COPY search/package.json search/
COPY ml/package.json ml/
COPY server/package.json server/
COPY client/package.json client/
RUN npm ci --no-audit
COPY . .
# The sources go once they are built: what follows takes the packages as they are.
RUN node scripts/build.mjs \
  && npm prune --omit=dev --no-audit \
  && node scripts/leave-built.mjs

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data DEMO=0
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/domain domain
COPY --from=build /app/projections projections
COPY --from=build /app/search search
COPY --from=build /app/ml ml
COPY --from=build /app/server server
COPY --from=build /app/client client
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "server/dist/bundle/main.js"]
