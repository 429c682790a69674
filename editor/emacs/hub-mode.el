;;; hub-mode.el --- Editing .hub files, with the language server of hubc  -*- lexical-binding: t -*-

;; Package-Requires: ((emacs "27.1"))

;;; Commentary:

;; A major mode for .hub files: colours, indentation, comments.  Where eglot is there, `M-x eglot' starts `hubc lsp'.

;;; Code:

(require 'hub-words)

(defgroup hub nil "Files that describe courses on JupyterHub." :group 'languages)

(defcustom hub-server-command '("hubc" "lsp")
  "How the language server is run."
  :type '(repeat string))

(defcustom hub-check-on nil
  "The date to check for, such as \"2026-10-05\"; nil for today."
  :type '(choice (const :tag "Today" nil) string))

(defcustom hub-indent-offset 2
  "Blanks that a block is indented by."
  :type 'natnum)

(defvar hub-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?\\ "\\" table)
    (modify-syntax-entry ?- "_" table)
    (modify-syntax-entry ?_ "_" table)
    (dolist (sign '(?' ?= ?< ?> ?+ ?* ?/ ?& ?| ?% ?$ ?. ?! ?~ ?@))
      (modify-syntax-entry sign "." table))
    table))

(defconst hub-mode--name "[A-Za-z][A-Za-z0-9_]*\\(?:-[A-Za-z0-9_]+\\)*")

(defun hub-mode--one-of (words)
  "A pattern for one of WORDS that stands alone."
  (concat "\\_<" (regexp-opt words t) "\\_>"))

(defconst hub-mode--keywords
  `((,(concat (hub-mode--one-of hub-words-kinds) "[ \t]+\\(?:" (hub-mode--one-of hub-words-variants)
              "[ \t]+\\)?\\(" hub-mode--name "\\)[ \t]*\\(?:{\\|\\[\\|extends\\)")
     (1 font-lock-keyword-face) (2 font-lock-type-face nil t) (3 font-lock-function-name-face))
    (,(concat (hub-mode--one-of hub-words-headers) "[ \t]+[A-Za-z]") (1 font-lock-keyword-face))
    (,(concat "\\_<\\(let\\)[ \t]+\\(" hub-mode--name "\\)") (2 font-lock-variable-name-face))
    (,(concat (hub-mode--one-of (append hub-words-packages hub-words-blocks)) "[^=\n#]*{") (1 font-lock-builtin-face))
    (,(concat (hub-mode--one-of hub-words-functions) "[ \t]*(") (1 font-lock-function-name-face))
    (,(concat "\\_<\\(" hub-mode--name "\\)\\(?:\\.[^ \t\n=]+\\)?[ \t]*\\(?:[+-]?=\\)\\(?:[^=]\\|$\\)")
     (1 font-lock-variable-name-face))
    (,(hub-mode--one-of hub-words-constants) . font-lock-constant-face)
    (,(concat (hub-mode--one-of hub-words-operators) "[ \t(]") (1 font-lock-keyword-face))
    ("\\_<[0-9]+-[0-9]+-[0-9]+\\_>\\|\\_<[0-9]+:[0-9]+\\(?::[0-9]+\\)?\\_>\\|\\_<-?[0-9]+\\(?:\\.[0-9]+\\)?[A-Za-z_%]*"
     . font-lock-constant-face)
    (,(concat "\\${[ \t]*" hub-mode--name "[ \t]*}") 0 font-lock-variable-name-face prepend))
  "What `hub-mode' colours beside texts and comments.")

(defconst hub-mode--propertize
  (syntax-propertize-rules
   ("\"\"\"" (0 (ignore (hub-mode--long-text))))
   ;; In package blocks a `#' inside a link begins no comment.
   ("[^ \t\n{]\\(#\\)" (1 (when (hub-mode--in-packages-p) (string-to-syntax ".")))))
  "Long texts, and `#' in links.")

(defun hub-mode--long-text ()
  "Make the three quotes before point a fence, unless a text or comment holds them."
  (let* ((start (match-beginning 0))
         (state (save-excursion (syntax-ppss start)))
         (fence (string-to-syntax "|")))
    (cond ((nth 4 state))
          ((eq (nth 3 state) t)
           ;; Of a run of quotes the last three close; one behind a backslash does not.
           (unless (eq (char-before start) ?\\)
             (skip-chars-forward "\"")
             (put-text-property (1- (point)) (point) 'syntax-table fence)))
          ((nth 3 state))
          (t (put-text-property start (1+ start) 'syntax-table fence)))))

(defun hub-mode--in-packages-p ()
  "Is the innermost brace around point that of a package block?"
  (save-match-data
    (save-excursion
      (let ((open (nth 1 (syntax-ppss))))
        (and open
             (progn (goto-char open)
                    (looking-back (concat (hub-mode--one-of hub-words-packages) "[ \t]*") (line-beginning-position))))))))

(defun hub-mode-indent-line ()
  "Indent the line by the brackets around it."
  (interactive)
  (let* ((state (save-excursion (syntax-ppss (line-beginning-position))))
         (depth (save-excursion
                  (back-to-indentation)
                  (if (looking-at "[]})]") (1- (car state)) (car state)))))
    (unless (nth 3 state)
      (if (<= (current-column) (current-indentation))
          (indent-line-to (* hub-indent-offset (max 0 depth)))
        (save-excursion (indent-line-to (* hub-indent-offset (max 0 depth))))))))

;;;###autoload
(define-derived-mode hub-mode prog-mode "Hub"
  "Major mode for .hub files."
  (setq-local comment-start "# "
              comment-start-skip "#+[ \t]*"
              indent-tabs-mode nil
              indent-line-function #'hub-mode-indent-line
              syntax-propertize-function hub-mode--propertize
              font-lock-defaults '(hub-mode--keywords)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.hub\\'" . hub-mode))

(defun hub-mode--contact (&rest _)
  "How eglot reaches the server."
  (append hub-server-command
          (when hub-check-on `(:initializationOptions (:on ,hub-check-on)))))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(hub-mode . hub-mode--contact)))

(provide 'hub-mode)
;;; hub-mode.el ends here
