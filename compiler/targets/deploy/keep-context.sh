work=$(mktemp -d)
renewing=""
at_end() {
  if [ -n "$renewing" ]; then
    kill "$renewing" 2> /dev/null || true
    set_lease holderIdentity "" > /dev/null 2>&1 || true
  fi
  rm -rf "$work"
}
trap at_end EXIT
files=""
IFS=: read -r -a given <<< "${KUBECONFIG:-$HOME/.kube/config}"
for file in "${given[@]}"; do
  case $file in
    '') ;;
    /*) files=$files:$file ;;
    *) files=$files:$PWD/$file ;;
  esac
done
export KUBECONFIG="$work/context"
kubectl config set-context "$context" --cluster "$cluster" --user "$user" --namespace NAMESPACE > /dev/null
kubectl config use-context "$context" > /dev/null
KUBECONFIG=$KUBECONFIG$files
