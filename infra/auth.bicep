// Who may open the desk, asked by the platform before a request reaches the app. The app then looks into ShipBy__DeskUsers who of them is owner or packer.

@description('Name of the function app.')
param appName string

@description('Address of the well-known configuration of an OpenID provider; for Entra https://login.microsoftonline.com/<tenant>/v2.0/.well-known/openid-configuration. One tenant only: an address of a person is only as true as who vouches for it.')
param openIdConfiguration string

@description('The application that was registered with the provider, with the redirect address https://<app>/.auth/login/desk/callback.')
param clientId string

@description('Name of the app setting that holds the secret of that registration.')
param clientSecretSetting string = 'DESK_LOGIN_SECRET'

// Behind these nobody can log in, and each proves its caller itself: by a signature, a secret in the address, a link that is signed for one press, or a function key. Health tells the time.
var excludedPaths = [
  '/api/push/*'
  '/api/webhook/*'
  '/api/a/*'
  '/api/ship'
  '/api/cancel'
  '/api/report'
  '/api/v1/*'
  '/api/health'
]

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

resource login 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
    }
    globalValidation: {
      requireAuthentication: true
      unauthenticatedClientAction: 'RedirectToLoginPage'
      redirectToProvider: 'desk'
      excludedPaths: excludedPaths
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: {
      customOpenIdConnectProviders: {
        desk: {
          enabled: true
          registration: {
            clientId: clientId
            clientCredential: {
              clientSecretSettingName: clientSecretSetting
            }
            openIdConnectConfiguration: {
              wellKnownOpenIdConfiguration: openIdConfiguration
            }
          }
          login: {
            scopes: [
              'openid'
              'profile'
              'email'
            ]
          }
        }
      }
    }
    login: {
      tokenStore: {
        enabled: false
      }
    }
  }
}
