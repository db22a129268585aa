import App

NewstapeCommand.main()
