;;; Emacs does with eglot what Neovim does in neovim.lua, and prints the same lines.  -*- lexical-binding: t -*-

(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'json)

(defvar hub-root (getenv "HUB_ROOT"))

;; As docs/editors.md says: the folder on the load path, and the mode.
(add-to-list 'load-path (concat (getenv "HUB_EDITORS") "/emacs"))
(require 'hub-mode)
(setq hub-server-command (list (getenv "NODE") (getenv "HUBC") "lsp")
      hub-check-on "2026-10-05")
(setq eglot-sync-connect 20
      eglot-send-changes-idle-time 0
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil)
(defun project-root-here (_) (cons 'transient hub-root))
(setq project-find-functions '(project-root-here))

(defun say (step value)
  (princ (concat (json-encode `((step . ,step) (value . ,value))) "\n")))

(defun wait (holds)
  (let ((left 400))
    (while (and (> left 0) (not (funcall holds)))
      (flymake-start)
      (accept-process-output nil 0.05)
      (setq left (1- left)))
    (> left 0)))

(defun texts ()
  (vconcat (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))

(defun ask (method &optional more)
  (eglot--signal-textDocument/didChange)
  (jsonrpc-request (eglot--current-server-or-lose) method
                   (append (eglot--TextDocumentPositionParams) more)))

(defun line () (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(find-file (concat hub-root "/course.hub"))
(defun colour (line column)
  (save-excursion
    (goto-char (point-min))
    (forward-line (1- line))
    (forward-char (1- column))
    (let ((face (get-text-property (point) 'face)))
      (symbol-name (if (consp face) (car face) face)))))
(font-lock-ensure)
(say "colours" (vector (symbol-name major-mode) comment-start (colour 1 1) (colour 1 8) (colour 2 3) (colour 2 14) (colour 6 14) (colour 6 1)))

(apply #'eglot (eglot--guess-contact))
(flymake-mode 1)
(wait (lambda () (flymake-diagnostics)))
(say "diagnostics" (texts))

(goto-char (point-min))
(search-forward "nobody")
(let* ((found (seq-filter (lambda (one) (= (flymake-diagnostic-end one) (point))) (flymake-diagnostics))))
  (say "column" (vconcat (mapcar (lambda (one)
                                   (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))
                                 found))))
(replace-match "\"ada\"")
(eglot--signal-textDocument/didChange)
(wait (lambda () (= 1 (length (flymake-diagnostics)))))
(say "mended" (texts))

(goto-char (point-min))
(search-forward "imgae")
(backward-char 2)
(let* ((range (list :start (eglot--pos-to-lsp-position) :end (eglot--pos-to-lsp-position)))
       (actions (jsonrpc-request (eglot--current-server-or-lose) :textDocument/codeAction
                                 (list :textDocument (eglot--TextDocumentIdentifier) :range range
                                       :context (list :diagnostics [] :only ["quickfix"])))))
  (when (> (length actions) 0)
    (eglot--apply-workspace-edit (plist-get (elt actions 0) :edit))
    (eglot--signal-textDocument/didChange)
    (wait (lambda () (null (flymake-diagnostics))))))
(say "fixed" `((codes . ,(texts)) (line . ,(line))))

(goto-char (point-min))
(search-forward "memory")
(end-of-line)
(insert "\n  pe")
(let* ((answer (ask :textDocument/completion))
       (items (if (vectorp answer) answer (plist-get answer :items))))
  (say "completion" (vconcat (mapcar (lambda (item) (plist-get item :label)) items))))
(delete-region (line-beginning-position) (1+ (line-end-position)))

(goto-char (point-min))
(search-forward "memory")
(backward-char 2)
(say "hover" (let ((hover (ask :textDocument/hover))) (if hover (plist-get (plist-get hover :contents) :value) "")))

(goto-char (point-min))
(search-forward "scipy-fall")
(backward-char 2)
(let* ((answer (ask :textDocument/definition)) (place (if (vectorp answer) (elt answer 0) answer)))
  (say "definition" (file-name-nondirectory (eglot--uri-to-path (or (plist-get place :uri) (plist-get place :targetUri))))))
(cl-letf (((symbol-function 'y-or-n-p) (lambda (&rest _) t)))
  (eglot-rename "scipy-26"))
(wait (lambda () (string-match-p "scipy-26" (line))))
(say "rename" `((here . ,(line))
                (there . ,(with-current-buffer (find-file-noselect (concat hub-root "/image.hub"))
                            (goto-char (point-min))
                            (line)))))

(goto-char (point-min))
(search-forward "students")
(delete-region (line-beginning-position) (line-end-position))
(insert "students=30")
(eglot-format-buffer)
(goto-char (point-min))
(search-forward "students")
(say "format" (line))

(say "symbols" (length (ask :textDocument/documentSymbol)))

(let ((server (eglot--current-server-or-lose)))
  (eglot-shutdown server)
  (say "stopped" (if (jsonrpc-running-p server) :json-false t)))
(dolist (buffer (buffer-list)) (with-current-buffer buffer (set-buffer-modified-p nil)))
