import type { Zone } from './effects.ts';

/**
 * Which paths lie in a special zone. A pattern without `/` is a file or folder name at any depth; one that starts
 * with `~/` or `/` is a place of the machine; any other is the end of a path, or a folder in the middle of it.
 * `*` stays within one name. Case does not matter.
 */
export type ZonePatterns = {
  readonly zone: Exclude<Zone, 'workspace' | 'outside'>;
  readonly patterns: readonly string[];
  /** Names that look alike and are meant to be read: templates, public halves of keys. */
  readonly except?: readonly string[];
};

/** Sources: the manuals of the named programs, for where they keep credentials and what they run by themselves. */
export const ZONE_PATTERNS: readonly ZonePatterns[] = [
  {
    zone: 'secret',
    patterns: [
      // Environment files and other places where projects keep credentials.
      '.env', '.env.*', '*.env', '.envrc', '.dev.vars', 'secrets', '.secrets', '.secret', 'secrets.y*ml', 'secrets.json', 'secrets.toml', 'secrets.txt', 'secret.y*ml', 'secret.json', 'secret.txt', 'credentials', 'credentials.json', 'credentials.y*ml', 'credentials.toml', 'credentials.txt', 'credentials.csv', '.credentials', '.credentials.json', 'token.json', 'tokens.json', 'token.txt', '.token', 'api_key*', 'apikey*', 'passwords.txt', 'password.txt', '.password',  'service-account*.json', 'serviceaccount*.json', '*-credentials.json', 'client_secret*.json', 'master.key', 'credentials.yml.enc', '*.tfstate', '*.tfstate.backup', '*.tfvars', '.vault-token', '.vault-pass*', 'vault_pass*',
      // Keys and key stores.
      '*.pem', '*.key', '*.p12', '*.pfx', '*.jks', '*.keystore', '*.kdbx', '*.asc', '*.gpg', '*.ppk', 'id_rsa', 'id_dsa', 'id_ecdsa', 'id_ed25519', 'id_ecdsa_sk', 'id_ed25519_sk', '*.agekey', 'key.txt', 'private_key*.*', 'privatekey*.*',
      // Logins of programs.
      '.ssh', '.gnupg', '.aws', '.azure', '.kube', '.docker', '.netrc', '_netrc', '.pgpass', '.my.cnf', '.mylogin.cnf', '.npmrc', '.yarnrc', '.yarnrc.yml', '.pypirc', '.git-credentials', '.gem/credentials', '.cargo/credentials', '.cargo/credentials.toml', '.m2/settings.xml', '.m2/settings-security.xml', '.gradle/gradle.properties', '.composer/auth.json', 'auth.json', '.config/gh', '.config/hub', '.config/gcloud', '.config/op', '.config/sops', '.config/rclone', '.config/doctl', '.config/heroku', '.config/netlify', '.terraform.d', '.terraformrc', '.boto', '.s3cfg', '.rclone.conf', '.htpasswd', '.password-store', '.op', '.vercel/auth.json', '.databrickscfg', '.snowsql', '.snowflake', '.kaggle', '.huggingface', '.cache/huggingface/token', '.wrangler/config', '.config/fly', '.fly', '.oci', '.bluemix', '.config/containers/auth.json', '.claude.json', '.claude/.credentials.json', '.codex/auth.json', '.gemini', '.config/anthropic',
      // Histories, keychains, browsers, mail.
      '.bash_history', '.zsh_history', '.python_history', '.node_repl_history', '.psql_history', '.mysql_history', '.sqlite_history', '.lesshst', '.viminfo', 'Library/Keychains', '*.keychain', '*.keychain-db', '.local/share/keyrings', '.mozilla', '.config/google-chrome', '.config/chromium', '.config/BraveSoftware', 'Library/Application Support/Google', 'Library/Application Support/Firefox', 'Library/Cookies', 'cookies.sqlite', 'logins.json', 'key4.db', 'Login Data', '.thunderbird',
      // Of the machine.
      '/etc/shadow', '/etc/gshadow', '/etc/sudoers', '/etc/sudoers.d', '/etc/ssh', '/etc/ssl/private', '/root', '/proc/*/environ', '/proc/self/environ', '/run/secrets', '/var/run/secrets', '/var/lib/docker', '/etc/kubernetes',
    ],
    except: ['*.example', '*.sample', '*.template', '*.dist', '*.pub', '.env.example', '.env.sample', '.env.template', '.env.dist', '.env.defaults', '.env.test.example', 'example.env', 'sample.env', '*.ts', '*.tsx', '*.js', '*.mjs', '*.jsx', '*.go', '*.rs', '*.java', '*.kt', '*.rb', '*.py', '*.cs', '*.swift', '*.c', '*.h', '*.cpp', '*.md', '*.css', '*.html', '*.vue', '*.svelte', '*.snap'],
  },
  {
    zone: 'protected',
    patterns: [
      // Continuous integration, deployment, infrastructure.
      '.github', '.gitlab', '.gitlab-ci.yml', '.circleci', '.travis.yml', '.buildkite', '.drone.yml', '.woodpecker', '.woodpecker.yml', '.teamcity', 'azure-pipelines*.yml', 'bitbucket-pipelines.yml', 'Jenkinsfile*', 'appveyor.yml', '.appveyor.yml', 'cloudbuild*.yaml', 'buildspec*.yml', 'Dockerfile*', '*.dockerfile', 'Containerfile*', 'docker-compose*.yml', 'docker-compose*.yaml', 'compose.yml', 'compose.yaml', 'compose.*.yml', 'compose.*.yaml', '.dockerignore', '*.tf', '*.tf.json', 'terragrunt.hcl', '.terraform', '.terraform.lock.hcl', 'Pulumi*.yaml', 'cdk.json', 'serverless.yml', 'serverless.yaml', 'template.yaml', 'samconfig.toml', 'k8s', 'kubernetes', 'kustomization.yaml', 'kustomization.yml', 'Chart.yaml', 'skaffold.yaml', 'Tiltfile', 'fly.toml', 'vercel.json', 'netlify.toml', 'wrangler.toml', 'wrangler.json', 'wrangler.jsonc', 'firebase.json', 'app.yaml', 'Procfile', 'render.yaml', 'railway.toml', 'railway.json', 'heroku.yml', 'ansible.cfg', 'playbook*.yml', '.deploy', 'deploy.sh', 'deploy.y*ml', '.goreleaser.yml', '.goreleaser.yaml', '.releaserc*', 'renovate.json', 'dependabot.yml', 'CODEOWNERS',
      // Package manifests and lock files: they name code that others run.
      'package.json', 'package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.cjs', 'bun.lock', 'bun.lockb', 'bunfig.toml', 'deno.json', 'deno.jsonc', 'deno.lock', 'lerna.json', 'Cargo.toml', 'Cargo.lock', 'build.rs', 'rust-toolchain*', 'go.mod', 'go.sum', 'go.work', 'go.work.sum', 'pyproject.toml', 'setup.py', 'setup.cfg', 'requirements*.txt', 'constraints*.txt', 'Pipfile', 'Pipfile.lock', 'poetry.lock', 'uv.lock', 'uv.toml', 'pdm.lock', 'environment.yml', 'tox.ini', 'noxfile.py', 'pip.conf', 'Gemfile', 'Gemfile.lock', '*.gemspec', 'composer.json', 'composer.lock', 'pom.xml', 'build.gradle', 'build.gradle.kts', 'settings.gradle', 'settings.gradle.kts', 'gradle.properties', 'gradlew', 'gradlew.bat', 'gradle/wrapper', 'mvnw', 'mvnw.cmd', '.mvn', 'build.sbt', 'mix.exs', 'mix.lock', 'pubspec.yaml', 'pubspec.lock', 'Package.swift', 'Package.resolved', 'Podfile', 'Podfile.lock', '*.csproj', '*.sln', 'nuget.config', 'Directory.Build.props', 'Directory.Build.targets', 'global.json', 'flake.nix', 'flake.lock', 'shell.nix', 'default.nix', 'conanfile.*', 'vcpkg.json',
      // git itself, hooks, and what editors and version managers run by themselves.
      '.git', '.gitmodules', '.gitattributes', '.gitconfig', '.config/git', '.husky', '.githooks', '.pre-commit-config.yaml', '.lefthook.yml', 'lefthook.yml', '.lintstagedrc*', '.vscode', '.idea', '.devcontainer', '.devcontainer.json', '.editorconfig-checker.json', '.cargo', '.mise.toml', 'mise.toml', '.tool-versions', '.nvmrc', '.direnv', '.bazelrc', 'WORKSPACE', 'WORKSPACE.bazel', 'MODULE.bazel',
      // Settings and instructions of coding agents.
      '.claude', 'CLAUDE.md', 'CLAUDE.local.md', 'AGENTS.md', '.mcp.json', '.cursor', '.cursorrules', '.codex', '.aider*', '.windsurf', '.windsurfrules', '.continue', '.roo', '.clinerules', 'GEMINI.md', '.github/copilot-instructions.md',
      // Shell and login start-up files, schedules and services.
      '.bashrc', '.bash_profile', '.bash_login', '.bash_logout', '.bash_aliases', '.profile', '.zshrc', '.zshenv', '.zprofile', '.zlogin', '.zlogout', '.kshrc', '.cshrc', '.tcshrc', '.inputrc', '.config/fish', '.config/nushell', '.config/autostart', '.config/systemd', '.local/bin', '.vimrc', '.config/nvim', '.emacs', '.emacs.d', '.tmux.conf', '.screenrc', '.pythonrc', '.irbrc', '.gdbinit', '.lldbinit', '.ripgreprc', '.curlrc', '.wgetrc', '.psqlrc', 'sitecustomize.py', 'usercustomize.py', 'Library/LaunchAgents', 'Library/LaunchDaemons',
    ],
  },
  {
    zone: 'temporary',
    patterns: ['/tmp', '/var/tmp', '/private/tmp', '/private/var/folders', '/var/folders', '/dev/shm'],
  },
];
