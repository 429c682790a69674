context=""
dry_run=""
while [ "$#" -gt 0 ]; do
  case $1 in
    --dry-run) dry_run=yes ;;
    --context)
      context=${2:?a context follows --context}
      shift
      ;;
    *)
      echo "usage: deploy.sh [--dry-run] [--context NAME]" >&2
      exit 2
      ;;
  esac
  shift
done
if [ -z "$context" ]; then context=$(kubectl config current-context); fi
of_context() { kubectl config view --minify --context "$context" --output "jsonpath=$1"; }
cluster=$(of_context '{.clusters[0].name}')
server=$(of_context '{.clusters[0].cluster.server}')
user=$(of_context '{.contexts[0].context.user}')
