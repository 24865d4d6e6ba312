"""`python -m crossread`: the command line where the script is not on the path."""

from crossread.cli.main import main

if __name__ == "__main__":
    main()
