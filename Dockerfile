# LeadStudio in a container; docs/deployment.md says how to run it.

FROM node:22-bookworm-slim AS assets
WORKDIR /src/wwwroot-assets
COPY wwwroot-assets/package.json wwwroot-assets/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY wwwroot-assets/ ./
RUN npm run --silent build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
# Packages first: they change less often than the code.
COPY Directory.Build.props Directory.Packages.props global.json BannedSymbols.txt .editorconfig ./
COPY LeadStudio.Core/LeadStudio.Core.csproj LeadStudio.Core/
COPY LeadStudio/LeadStudio.csproj LeadStudio/Assets.targets LeadStudio/BlazorScript.targets LeadStudio/
# Compiled ahead of time for the machine: a container answers a third sooner after its start.
RUN dotnet restore LeadStudio --arch "$(dpkg --print-architecture)" -p:PublishReadyToRun=true
COPY LeadStudio.Core/ LeadStudio.Core/
COPY LeadStudio/ LeadStudio/
COPY --from=assets /src/LeadStudio/wwwroot/dist LeadStudio/wwwroot/dist
RUN dotnet publish LeadStudio --configuration Release --output /app --no-restore -p:BuildAssets=false \
        --arch "$(dpkg --print-architecture)" --self-contained false -p:PublishReadyToRun=true \
    && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS run
WORKDIR /app
COPY --from=build /app ./
# The folder of the data belongs to the user that runs the program.
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
ENV ASPNETCORE_HTTP_PORTS=8080
ENV LeadStudio__DataFolder=/data
VOLUME ["/data"]
USER $APP_UID
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
    CMD ["dotnet", "LeadStudio.dll", "--healthcheck", "http://127.0.0.1:8080/healthz"]
ENTRYPOINT ["dotnet", "LeadStudio.dll"]
